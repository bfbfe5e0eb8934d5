import { describe, expect, it } from 'vitest';
import { logToCsv, logToJson, readLogFile, type LogFile } from '../../src/model/logFile';
import { PumpBench } from '../PumpBench';

const file: LogFile = {
  serial: 'HAIP-0000017',
  savedAtMs: 1_800_000_000_000,
  entries: [
    { log: 'events', number: 7, atSeconds: 1_800_000_000.25, clock: true, event: 'HourPassed', first: 54_167, second: -1 },
    { log: 'faults', number: 0, atSeconds: 12.5, clock: false, event: 'AlarmRaised', first: 1, second: -2_147_483_648 },
  ],
};

const csv = logToCsv(file);

describe('a log in a file', () => {
  it('comes back as it was', () => {
    expect(readLogFile(logToJson(file))).toEqual(file);
    expect(readLogFile(csv)).toEqual(file);
    expect(readLogFile(`\uFEFF${csv.replaceAll('\r', '')}\n`)).toEqual(file);
    expect(readLogFile(logToCsv({ ...file, entries: [] }))).toEqual({ ...file, entries: [] });
  });

  it('is a table for other programs', () => {
    expect(csv.split('\r\n')).toEqual([
      'haip-log,1,HAIP-0000017,1800000000000',
      'log,number,seconds,clock,event,first,second',
      'events,7,1800000000.25,utc,HourPassed,54167,-1',
      'faults,0,12.5,up,AlarmRaised,1,-2147483648',
      '',
    ]);
  });

  it.each(['', 'x', '{', '{}', '[]', 'log,number', '{"format":"haip-log","version":1,"serial":"x","savedAtMs":1}', csv.replace('seconds', 'minutes'), csv.replace('1800000000000', 'x')])('is none: %j', (text) => {
    expect(readLogFile(text)).toEqual({ problem: 'notALog' });
  });

  it('of another version is not read', () => {
    expect(readLogFile(csv.replace('haip-log,1', 'haip-log,2'))).toEqual({ problem: 'otherVersion' });
    expect(readLogFile(logToJson(file).replace('"version": 1', '"version": 2'))).toEqual({ problem: 'otherVersion' });
  });

  it.each([
    ['events,7', 'other,7'], ['events,7', 'events,-7'], ['events,7', 'events,'], [',utc,', ',maybe,'], ['54167', '54167.5'], ['54167', '2147483648'], ['-1\r', '-1,5\r'], ['HourPassed', '<b>'], ['1800000000.25', 'x'],
  ])('with %j for %j says which line', (good, bad) => {
    expect(readLogFile(csv.replace(good, bad))).toEqual({ problem: 'badEntry', line: 3 });
  });

  it('with a wrong entry of JSON says which', () => {
    expect(readLogFile(logToJson(file).replace('"clock": false', '"clock": 0'))).toEqual({ problem: 'badEntry', line: 2 });
  });

  it('is shown in place of the log, or not at all', () => {
    const { model } = new PumpBench();
    expect(model.importLog(csv)).toBeNull();
    expect(model.log.value).toEqual(file.entries);
    expect(model.importLog('x')).toEqual({ problem: 'notALog' });
    expect(model.log.value).toEqual(file.entries);
  });
});
