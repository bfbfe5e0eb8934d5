// A clinician's programmer without a screen, in what every browser has: Web Bluetooth and Web Crypto. Written after firmware/Core/Protocol.
const uuid = (number) => `484100${number.toString(16).padStart(2, '0')}-5c9a-4e1d-ab6f-70c2d15f3e88`;
const characteristics = { identity: 1, status: 2, event: 3, alarms: 4, session: 5, command: 6, data: 7 };
const proofs = { programmer: 0x0f, pump: 0x33, commandKey: 0x3c, answerKey: 0x55 };
const tagLength = 16;
const clinician = 0x3c;

const bytes = (...parts) => Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part])));
const u16 = (value) => [value & 255, (value >> 8) & 255];
const u32 = (value) => [...u16(value & 65535), ...u16(value >>> 16)];
const view = (data) => new DataView(data.buffer, data.byteOffset, data.byteLength);
const same = (a, b) => a.length === b.length && a.every((value, i) => value === b[i]);

async function sign(key, data) {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, data));
}

const programmer = {
  found: {}, waiting: {}, heard: {}, disconnections: 0,

  async connect() {
    this.device = await navigator.bluetooth.requestDevice({ filters: [{ services: [uuid(0)] }] });
    this.device.addEventListener('gattserverdisconnected', () => { this.disconnections++; });
    await this.reconnect();
    return this.device.name;
  },

  async reconnect() {
    const server = await this.device.gatt.connect();
    const service = await server.getPrimaryService(uuid(0));
    for (const [name, number] of Object.entries(characteristics)) {
      this.found[name] = await service.getCharacteristic(uuid(number));
    }
  },

  // A pump that is busy answers with an error. Every frame may be sent again: a command that was taken is known by its number.
  async attempt(request) {
    for (let tries = 1; ; tries++) {
      try {
        return await request();
      } catch (error) {
        if (tries === 5 || !this.device.gatt.connected) { throw error; }
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
  },

  async read(name) {
    const value = await this.attempt(() => this.found[name].readValue());
    return [...new Uint8Array(value.buffer)];
  },

  write(name, frame) { return this.attempt(() => this.found[name].writeValueWithResponse(Uint8Array.from(frame))); },

  async listen(name) {
    this.heard[name] = [];
    this.found[name].addEventListener('characteristicvaluechanged', (event) => {
      this.heard[name].push(new Uint8Array(event.target.value.buffer.slice(0)));
      this.waiting[name]?.();
    });
    await this.found[name].startNotifications();
  },

  async next(name, wanted = () => true) {
    for (;;) {
      while (this.heard[name].length > 0) {
        const frame = this.heard[name].shift();
        if (wanted(frame)) { return frame; }
      }
      await new Promise((resolve) => { this.waiting[name] = resolve; });
    }
  },

  async open(secret) {
    const identity = Uint8Array.from(await this.read('identity'));
    const serial = identity.slice(4, 16);
    const nonce = crypto.getRandomValues(new Uint8Array(16));
    await this.write('session', bytes(0x0f, 1, clinician, 0, nonce));
    const challenge = await this.next('session');
    if (challenge[0] !== 0x33) { return { refused: [...challenge] }; }
    const [keyId, session, boot, pumpNonce] = [challenge.slice(2, 4), challenge.slice(4, 8), challenge.slice(8, 12), challenge.slice(12, 28)];
    const text = (purpose) => bytes([...'HAI1'].map((c) => c.charCodeAt(0)), purpose, 1, clinician, 0, nonce, pumpNonce, serial, boot, session, keyId);
    const make = (purpose) => sign(Uint8Array.from(secret), text(purpose));
    await this.write('session', bytes(0x3c, 0, 0, 0, session, (await make(proofs.programmer)).slice(0, tagLength)));
    const opened = await this.next('session');
    if (opened[0] !== 0x55) { return { refused: [...opened] }; }
    if (!same(opened.slice(8, 24), (await make(proofs.pump)).slice(0, tagLength))) { throw new Error('not the pump of this card'); }
    this.session = session;
    this.number = 0;
    this.commandKey = await make(proofs.commandKey);
    this.answerKey = await make(proofs.answerKey);
    return { opened: true };
  },

  async genuine(frame) {
    const end = frame.length - tagLength;
    return same((await sign(this.answerKey, frame.slice(0, end))).slice(0, tagLength), frame.slice(end));
  },

  async command(opcode, payload = []) {
    this.number++;
    const open = bytes(this.session, u32(this.number), u16(opcode), payload);
    await this.write('command', bytes(open, (await sign(this.commandKey, open)).slice(0, tagLength)));
    const answer = await this.next('command');
    if (!await this.genuine(answer)) { throw new Error('an answer that is not the pump\'s'); }
    return { code: answer[10], payload: [...answer.slice(11, -tagLength)], tag: [...answer.slice(-tagLength)] };
  },

  // One constant rate for so many hours.
  therapy(nlPerHour, hours, patencyNlPerHour) {
    return bytes(u16(hours), u16(30), u32(patencyNlPerHour), 1, u16(0), u32(nlPerHour), new Uint8Array(7 * 6));
  },

  // Stages, compares the pump's echo with what was meant, and commits exactly that echo.
  async order(opcode, payload) {
    const echo = await this.command(opcode, payload);
    if (echo.code !== 0x33 || !same(echo.payload.slice(15), [...payload])) { return { echo }; }
    return { echo, commit: await this.command(0x3cc3, bytes(echo.tag, /*confirmed*/ 0x33)) };
  },

  fillSaline() { return this.order(0x3c66, bytes(u16(1), 0x33, 0, u32(0), [...'SALINE'].map((c) => c.charCodeAt(0)), new Uint8Array(6))); },

  async awaitAlarm(id) {
    const frame = await this.next('alarms', (alarm) => view(alarm).getUint16(2, true) === id && alarm[0] === 0x33);
    await this.write('alarms', bytes(0x5a, 0, frame.slice(4, 8)));
    return { instance: view(frame).getUint16(4, true), priority: frame[1], standing: frame[14] };
  },

  async exportLog(log) {
    const answer = await this.command(0x5a3c, bytes(log, u32(0), u16(65535)));
    const entries = [];
    for (let frame = 0; ; frame++) {
      const data = await this.next('data');
      if (!await this.genuine(data) || view(data).getUint32(4, true) !== frame) { throw new Error(`frame ${frame} is not the next`); }
      if (view(data).getUint16(8, true) === 0x5a69) {
        return { promised: view(Uint8Array.from(answer.payload)).getUint16(4, true), entries, missing: view(data).getUint16(13, true) };
      }
      for (let i = 0; i < data[10]; i++) {
        const at = 11 + i * 18;
        entries.push({ number: view(data).getUint32(at, true), event: data[at + 9] });
      }
    }
  },
};

window.programmer = programmer;
document.getElementById('connect').onclick = () => {
  window.connecting = programmer.connect().catch((error) => `${error.name}: ${error.message}`);
};
