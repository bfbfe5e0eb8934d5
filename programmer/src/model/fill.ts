/** What a filling is made for: the dose by weight, the volume a day, the volume of the filling. */
export interface FillOrder {
  readonly weightG: number;
  readonly ugPerKgPerDay: number;
  readonly nlPerDay: number;
  readonly fillNl: number;
}

/** What goes into the syringe. Not rounded, but for what is programmed. */
export interface FillMix {
  readonly doseUgPerDay: number;
  readonly drugUg: number;
  readonly ugPerMlExact: number;
  /** For the pump: rounded up, so that what it reckons as the dose is never below what flows. */
  readonly ugPerMl: number;
  /** How long the whole filling would last. */
  readonly days: number;
}

/** Dose by weight x volume of the filling / volume a day: the formula of hepatic arterial infusion. Null when nothing would flow. */
export function fillOf(order: FillOrder): FillMix | null {
  if (order.nlPerDay <= 0 || order.fillNl <= 0) {
    return null;
  }

  const doseUgPerDay = (order.ugPerKgPerDay * order.weightG) / 1_000;
  const days = order.fillNl / order.nlPerDay;
  const ugPerMlExact = (order.ugPerKgPerDay * order.weightG * 1_000) / order.nlPerDay; // one division: whole results stay whole
  return { doseUgPerDay, drugUg: doseUgPerDay * days, ugPerMlExact, ugPerMl: Math.ceil(ugPerMlExact), days };
}

/** What of another substance goes in for so much a day, such as dexamethasone. */
export function additiveUg(ugPerDay: number, fillNl: number, nlPerDay: number): number {
  return (ugPerDay * fillNl) / nlPerDay;
}
