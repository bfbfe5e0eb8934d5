/** CRC-16 of CCITT (polynomial 0x1021, initial 0xFFFF), as firmware/Core/Log/Crc16.cs. */
export function crc16(data: Uint8Array): number {
  let crc = 0xffff;

  for (const value of data) {
    crc ^= value << 8;

    for (let bit = 0; bit < 8; bit++) {
      crc = ((crc << 1) ^ ((crc & 0x8000) === 0 ? 0 : 0x1021)) & 0xffff;
    }
  }

  return crc;
}
