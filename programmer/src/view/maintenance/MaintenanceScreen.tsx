import { CalibrationPanel } from './CalibrationPanel';
import { ClockPanel } from './ClockPanel';
import { DevicePanel } from './DevicePanel';
import { SelfTestPanel } from './SelfTestPanel';

/** What keeps the pump right between therapies. */
export function MaintenanceScreen() {
  return (
    <div class="panels">
      <ClockPanel />
      <SelfTestPanel />
      <DevicePanel />
      <CalibrationPanel />
    </div>
  );
}
