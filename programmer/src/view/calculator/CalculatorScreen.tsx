import { FillCalculator } from './FillCalculator';
import { LiverTests } from './LiverTests';

/** Arithmetic beside the pump: nothing here reaches it. */
export function CalculatorScreen() {
  return <><FillCalculator /><LiverTests /></>;
}
