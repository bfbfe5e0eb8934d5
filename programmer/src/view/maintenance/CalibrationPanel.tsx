import { useSignal } from '@preact/signals';
import type { Order } from '../../model/Order';
import { texts } from '../../texts/texts';
import { NumberField } from '../parts/NumberField';
import { useNumberField } from '../parts/numberField';
import { OrderForm } from '../parts/OrderForm';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';

/** The numbers that a bench has found by weighing. A wrong one moves every dose: the form is shut until somebody asks for it. */
export function CalibrationPanel() {
  const open = useSignal(false);
  const words = texts.maintenance;

  return (
    <Panel title={words.calibration}>
      <Notice tone="warning"><p>{words.calibrationHint}</p></Notice>
      {open.value ? <CalibrationForm /> : <button type="button" onClick={() => { open.value = true; }}>{words.openCalibration}</button>}
    </Panel>
  );
}

function CalibrationForm() {
  const compliance = useNumberField('', { limit: 'ChamberCompliance' });
  const change = useNumberField('', { limit: 'ComplianceChange' });
  const at = useNumberField('', { limit: 'CalibrationTemperature' });
  const gain = useNumberField('', { limit: 'FlowGain', optional: true });
  const gainChange = useNumberField('', { limit: 'FlowGainChange' });
  const words = texts.order;

  function order(): Order | null {
    const [complianceFlPerPa, compliancePpmPerC, atMilliC, flowGainPpmPerC] = [compliance.wire.value, change.wire.value, at.wire.value, gainChange.wire.value];
    return complianceFlPerPa === null || compliancePpmPerC === null || atMilliC === null || flowGainPpmPerC === null ? null
      : { kind: 'calibration', calibration: { complianceFlPerPa, compliancePpmPerC, atMilliC, flowGainPpm: gain.wire.value ?? 0, flowGainPpmPerC } };
  }

  return (
    <OrderForm fields={[compliance, change, at, gain, gainChange]} order={order}>
      <NumberField label={words.compliance} field={compliance} />
      <NumberField label={words.complianceChange} field={change} />
      <NumberField label={words.atTemperature} field={at} />
      <NumberField label={words.flowGain} field={gain} help={texts.maintenance.gainHelp} />
      <NumberField label={words.flowGainChange} field={gainChange} />
    </OrderForm>
  );
}
