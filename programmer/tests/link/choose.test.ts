import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseBluetooth } from '../../src/link/chooseBluetooth';
import { serviceUuid } from '../../src/protocol/gatt';
import { FakeDevice } from '../FakeDevice';

afterEach(() => vi.unstubAllGlobals());

function browser(requestDevice: (options: RequestDeviceOptions) => Promise<unknown>): void {
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('navigator', { userAgent: '', bluetooth: { getAvailability: () => Promise.resolve(true), requestDevice } });
}

describe('choosing a pump', () => {
  it('lists pumps only, and asks for all that the page reads', async () => {
    const asked: RequestDeviceOptions[] = [];
    browser((options) => {
      asked.push(options);
      return Promise.resolve(new FakeDevice());
    });
    expect((await chooseBluetooth()).name).toBe('HAIP');
    expect(asked).toEqual([{ filters: [{ services: [serviceUuid] }], optionalServices: ['0000180a-0000-1000-8000-00805f9b34fb', '0000180f-0000-1000-8000-00805f9b34fb'] }]);
  });

  it.each([['NotFoundError', 'cancelled'], ['SecurityError', 'noBluetooth']])('that ends with %s is %s', async (name, problem) => {
    browser(() => Promise.reject(new DOMException('', name)));
    await expect(chooseBluetooth()).rejects.toMatchObject({ problem });
  });

  it('in a browser without Bluetooth says so', async () => {
    vi.stubGlobal('isSecureContext', true);
    vi.stubGlobal('navigator', { userAgent: '' });
    await expect(chooseBluetooth()).rejects.toMatchObject({ problem: 'noBluetooth' });
  });
});
