export function fillOf(weightG: number, ugPerKgPerDay: number, nlPerHour: number, fillNl: number) {
  const mlPerDay = nlPerHour * 24 / 1e6;
  const mgPerDay = weightG / 1000 * ugPerKgPerDay / 1000;
  const fillMl = fillNl / 1e6;
  const drugMg = mgPerDay * fillMl / mlPerDay;
  return { drugMg, mgPerMl: drugMg / fillMl, mgPerDay, mlPerDay, fillMl };
}
