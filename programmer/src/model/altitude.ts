const seaLevelPa = 101_325;
const metresToNothing = 44_330.77;
const exponent = 0.190263;

/** Altitude in metres of the International Standard Atmosphere (ISO 2533, up to 11 km) for an air pressure. Weather moves it by some 200 m. */
export function altitudeOf(ambientPa: number | null): number | null {
  return ambientPa === null || ambientPa <= 0 ? null : Math.round(metresToNothing * (1 - (ambientPa / seaLevelPa) ** exponent));
}
