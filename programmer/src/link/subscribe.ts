/** What was subscribed to, over any connection of this page. */
const subscribed = new WeakMap<BluetoothDevice, Set<string>>();

/**
 * Starts notifications for this object of a characteristic. BlueZ and Chromium keep a subscription beyond its connection, and then for the object of that
 * time: a new one hears nothing until the old subscription is ended (content/browser/bluetooth/web_bluetooth_service_impl.cc, RemoteCharacteristicStartNotifications).
 * Never before one was started: Chromium does not look whether there is one that is still being started.
 */
export async function subscribe(device: BluetoothDevice, target: BluetoothRemoteGATTCharacteristic): Promise<void> {
  const known = subscribed.get(device) ?? new Set();
  subscribed.set(device, known);

  if (known.has(target.uuid)) {
    await target.stopNotifications();
    known.delete(target.uuid);
  }

  await target.startNotifications();
  known.add(target.uuid);
}
