// Printed by `dotnet run --project boards/virtual -- docs` from the tables in firmware/Core; edit those instead. Units as in docs/gatt.md.

export const protocolVersion = 1;
export const serviceUuid = '48410000-5c9a-4e1d-ab6f-70c2d15f3e88';
export const longestFrame = 100;
export const tagLength = 16;
export const sealLength = 3;
export const nonceLength = 16;
export const cardLength = 93;
export const mostSegments = 8;
export const drugNameLength = 12;
export const residualNl = 2000000;

export const timings = {
  idleMs: 300000,
  challengeMs: 30000,
  commitMs: 60000,
  alarmRepeatMs: 2000,
  linkedPeriodMs: 1000,
} as const;

export const characteristics = {
  Identity: { number: 1, service: '48410000-5c9a-4e1d-ab6f-70c2d15f3e88', uuid: '48410001-5c9a-4e1d-ab6f-70c2d15f3e88', read: true, write: false, notify: false, length: 24 },
  Status: { number: 2, service: '48410000-5c9a-4e1d-ab6f-70c2d15f3e88', uuid: '48410002-5c9a-4e1d-ab6f-70c2d15f3e88', read: true, write: false, notify: true, length: 73 },
  Event: { number: 3, service: '48410000-5c9a-4e1d-ab6f-70c2d15f3e88', uuid: '48410003-5c9a-4e1d-ab6f-70c2d15f3e88', read: true, write: false, notify: true, length: 8 },
  Alarms: { number: 4, service: '48410000-5c9a-4e1d-ab6f-70c2d15f3e88', uuid: '48410004-5c9a-4e1d-ab6f-70c2d15f3e88', read: true, write: true, notify: true, length: 100 },
  Session: { number: 5, service: '48410000-5c9a-4e1d-ab6f-70c2d15f3e88', uuid: '48410005-5c9a-4e1d-ab6f-70c2d15f3e88', read: false, write: true, notify: true, length: 28 },
  Command: { number: 6, service: '48410000-5c9a-4e1d-ab6f-70c2d15f3e88', uuid: '48410006-5c9a-4e1d-ab6f-70c2d15f3e88', read: false, write: true, notify: true, length: 100 },
  Data: { number: 7, service: '48410000-5c9a-4e1d-ab6f-70c2d15f3e88', uuid: '48410007-5c9a-4e1d-ab6f-70c2d15f3e88', read: false, write: false, notify: true, length: 100 },
  Measurements: { number: 8, service: '48410000-5c9a-4e1d-ab6f-70c2d15f3e88', uuid: '48410008-5c9a-4e1d-ab6f-70c2d15f3e88', read: true, write: false, notify: true, length: 37 },
  Manufacturer: { number: 9, service: '0000180a-0000-1000-8000-00805f9b34fb', uuid: '00002a29-0000-1000-8000-00805f9b34fb', read: true, write: false, notify: false, length: 20 },
  Model: { number: 10, service: '0000180a-0000-1000-8000-00805f9b34fb', uuid: '00002a24-0000-1000-8000-00805f9b34fb', read: true, write: false, notify: false, length: 20 },
  FirmwareRevision: { number: 11, service: '0000180a-0000-1000-8000-00805f9b34fb', uuid: '00002a26-0000-1000-8000-00805f9b34fb', read: true, write: false, notify: false, length: 20 },
  BatteryLevel: { number: 12, service: '0000180f-0000-1000-8000-00805f9b34fb', uuid: '00002a19-0000-1000-8000-00805f9b34fb', read: true, write: false, notify: true, length: 1 },
} as const;

export const opcodes = {
  KeepAlive: 3891,
  EndSession: 3900,
  Suspend: 13107,
  Resume: 13116,
  Acknowledge: 13141,
  PauseAudio: 13146,
  ClearEvents: 13158,
  StageTherapy: 15411,
  StageBolus: 15420,
  StageEnd: 15445,
  StageRefill: 15450,
  StageDrug: 15462,
  StageLimits: 15465,
  StageScan: 15510,
  StageCalibration: 15513,
  StageClock: 15525,
  Commit: 15555,
  ReadStatus: 21811,
  ReadTherapy: 21820,
  ReadDrug: 21845,
  ReadLastCommit: 21850,
  ReadLimit: 21862,
  ReadLogs: 21865,
  ReadEntry: 23091,
  Export: 23100,
  StopExport: 23125,
  Entries: 23142,
  EntriesEnd: 23145,
} as const;

export const payloadLengths = {
  KeepAlive: 0,
  EndSession: 0,
  Suspend: 0,
  Resume: 0,
  Acknowledge: 2,
  PauseAudio: 2,
  ClearEvents: 2,
  StageTherapy: 57,
  StageBolus: 10,
  StageEnd: 0,
  StageRefill: 8,
  StageDrug: 20,
  StageLimits: 12,
  StageScan: 1,
  StageCalibration: 20,
  StageClock: 4,
  Commit: 17,
  ReadStatus: 0,
  ReadTherapy: 0,
  ReadDrug: 0,
  ReadLastCommit: 0,
  ReadLimit: 1,
  ReadLogs: 0,
  ReadEntry: 5,
  Export: 7,
  StopExport: 0,
} as const;

export const sessionCodes = {
  Hello: 15,
  Challenge: 51,
  Proof: 60,
  Opened: 85,
  Refused: 102,
  Ended: 105,
} as const;

export const roles = {
  Patient: 51,
  Clinician: 60,
} as const;

export const answerCodes = {
  Done: 15,
  Staged: 51,
  Refused: 60,
  NothingStaged: 85,
  TooLate: 90,
  OtherDigest: 102,
  UnknownCommand: 105,
  BadPayload: 150,
  OutOfOrder: 153,
  NotThere: 165,
  AlarmUnseen: 170,
  NotKept: 195,
} as const;

export const refusals = {
  BadFrame: 15,
  BadVersion: 51,
  BadRole: 60,
  NoSecret: 85,
  LinkTooSmall: 90,
  TooSoon: 102,
  BadProof: 105,
  NoSession: 150,
  BadTag: 153,
  NotReady: 165,
} as const;

export const ends = {
  Asked: 15,
  Idle: 51,
  BadTags: 60,
  LinkLost: 85,
  Replaced: 90,
  SecretChanged: 102,
} as const;

export const states = {
  Standby: 15,
  Infusing: 51,
  Bolus: 60,
  Patency: 85,
  Suspended: 90,
  Stopped: 102,
  SelfTest: 105,
} as const;

export const priorities = {
  None: 15,
  Low: 51,
  Medium: 60,
  High: 85,
} as const;

export const responses = {
  Continue: 15,
  PatencyRate: 51,
  Stop: 60,
} as const;

export const boluses = {
  Flush: 15,
  PerfusionTest: 51,
} as const;

export const natures = {
  Unknown: 15,
  Carrier: 51,
  Cytotoxic: 60,
} as const;

export const patencies = {
  Unknown: 15,
  Open: 51,
  Narrowed10: 60,
  Narrowed30: 85,
  Narrowed100: 90,
  Occluded: 102,
  Disconnected: 105,
  PulseLost: 150,
  AirInLine: 153,
} as const;

export const verdicts = {
  Accepted: 0,
  NeedsConfirmation: 1,
  BelowHardLimit: 2,
  AboveHardLimit: 3,
  ProfileOutOfOrder: 4,
  ClockUnknown: 5,
  NotInThisState: 6,
  BolusRunning: 7,
  ReservoirTooLow: 8,
  ReservoirUnknown: 9,
  AlarmStands: 10,
  DrugUnknown: 11,
  DoseLimitUnknown: 12,
  ScanNotAccepted: 13,
  DoseTooHigh: 14,
  Contradiction: 15,
  NotKept: 16,
} as const;

export const fields = {
  TherapyRate: 0,
  TherapyDuration: 1,
  SegmentCount: 2,
  SegmentStart: 3,
  PatencyRate: 4,
  FlushVolume: 5,
  FlushRate: 6,
  PerfusionTestVolume: 7,
  PerfusionTestRate: 8,
  ReservoirFill: 9,
  ResumeWithin: 10,
  DrugId: 11,
  DrugNature: 12,
  Concentration: 13,
  PatientWeight: 14,
  DoseLimit: 15,
  DosePerKgLimit: 16,
  DailyDose: 17,
  PerfusionScan: 18,
  ChamberCompliance: 19,
  WallClock: 20,
  ResidualVolume: 21,
  BolusDayVolume: 22,
  ComplianceChange: 23,
  CalibrationTemperature: 24,
  FlowGain: 25,
  FlowGainChange: 26,
} as const;

export const events = {
  None: 0,
  Started: 1,
  SelfTested: 2,
  StateChanged: 3,
  TherapyOrdered: 4,
  BolusOrdered: 5,
  OrderRefused: 6,
  Refilled: 7,
  Acknowledged: 8,
  AudioPaused: 9,
  HourPassed: 10,
  PacketRecovered: 11,
  Resumed: 12,
  EventsLost: 13,
  HaltedAtPanel: 14,
  ComplianceCorrected: 20,
  FlowGainCorrected: 21,
  SessionOpened: 32,
  SessionEnded: 33,
  KeyFailed: 34,
  Programmed: 35,
  ChangedFrom: 36,
  ChangedTo: 37,
  SecretInstalled: 38,
  AlarmRaised: 64,
  AlarmCleared: 65,
  AlarmEscalated: 66,
  RecordDamaged: 67,
  SupervisorStopped: 68,
} as const;

export const statusFlags = {
  Delivers: 1,
  AlarmForbids: 2,
  TherapyOrdered: 4,
  TherapyWaits: 8,
  SessionOpen: 16,
  DrugKnown: 32,
  Cytotoxic: 64,
  ScanAccepted: 128,
  MemoryKept: 256,
  ClockTrusted: 512,
} as const;

export const eventFlags = {
  State: 1,
  Order: 2,
  Bolus: 4,
  Reservoir: 8,
  Drug: 16,
  Clock: 32,
  Alarms: 64,
  Started: 128,
} as const;

export const limits = {
  TherapyRate: { unit: 'nL/h', hardLow: 4160, softLow: 20800, softHigh: 83400, hardHigh: 125000 },
  TherapyDuration: { unit: 'h', hardLow: 1, softLow: 24, softHigh: 504, hardHigh: 1440 },
  SegmentCount: { unit: '', hardLow: 1, softLow: 1, softHigh: 8, hardHigh: 8 },
  SegmentStart: { unit: 'min', hardLow: 0, softLow: 0, softHigh: 1439, hardHigh: 1439 },
  PatencyRate: { unit: 'nL/h', hardLow: 4160, softLow: 4160, softHigh: 20850, hardHigh: 41700 },
  FlushVolume: { unit: 'nL', hardLow: 50000, softLow: 50000, softHigh: 2000000, hardHigh: 5000000 },
  FlushRate: { unit: 'nL/h', hardLow: 20000, softLow: 50000, softHigh: 600000, hardHigh: 600000 },
  PerfusionTestVolume: { unit: 'nL', hardLow: 50000, softLow: 50000, softHigh: 500000, hardHigh: 1000000 },
  PerfusionTestRate: { unit: 'nL/h', hardLow: 20000, softLow: 50000, softHigh: 600000, hardHigh: 600000 },
  ReservoirFill: { unit: 'nL', hardLow: 1000000, softLow: 5000000, softHigh: 30000000, hardHigh: 50000000 },
  ResumeWithin: { unit: 'min', hardLow: 0, softLow: 0, softHigh: 120, hardHigh: 240 },
  DrugId: { unit: '', hardLow: 0, softLow: 0, softHigh: 65535, hardHigh: 65535 },
  DrugNature: { unit: '', hardLow: 1, softLow: 1, softHigh: 2, hardHigh: 2 },
  Concentration: { unit: 'ug/mL', hardLow: 100, softLow: 1000, softHigh: 10000, hardHigh: 50000 },
  PatientWeight: { unit: 'g', hardLow: 20000, softLow: 40000, softHigh: 130000, hardHigh: 250000 },
  DoseLimit: { unit: 'ug/day', hardLow: 100, softLow: 1000, softHigh: 30000, hardHigh: 75000 },
  DosePerKgLimit: { unit: 'ug/kg/day', hardLow: 10, softLow: 50, softHigh: 120, hardHigh: 300 },
  DailyDose: { unit: 'ug/day', hardLow: 0, softLow: 0, softHigh: 75000, hardHigh: 75000 },
  PerfusionScan: { unit: '', hardLow: 0, softLow: 0, softHigh: 1, hardHigh: 1 },
  ChamberCompliance: { unit: 'fL/Pa', hardLow: 90000, softLow: 95000, softHigh: 105000, hardHigh: 110000 },
  WallClock: { unit: 's', hardLow: 1767225600, softLow: 1767225600, softHigh: 2145916799, hardHigh: 2145916799 },
  ResidualVolume: { unit: 'nL', hardLow: 0, softLow: 0, softHigh: 50000000, hardHigh: 50000000 },
  BolusDayVolume: { unit: 'nL', hardLow: 0, softLow: 0, softHigh: 2000000, hardHigh: 5000000 },
  ComplianceChange: { unit: 'ppm/C', hardLow: -5000, softLow: 0, softHigh: 4000, hardHigh: 5000 },
  CalibrationTemperature: { unit: 'mC', hardLow: 32000, softLow: 36000, softHigh: 38000, hardHigh: 42000 },
  FlowGain: { unit: 'ppm', hardLow: 900000, softLow: 950000, softHigh: 1050000, hardHigh: 1100000 },
  FlowGainChange: { unit: 'ppm/C', hardLow: -5000, softLow: -2000, softHigh: 2000, hardHigh: 5000 },
} as const;

export const alarms = {
  FreeFlow: { id: 3, priority: 'High', response: 'Stop', text: 'Fluid flows although the valves are closed' },
  SupervisorStopped: { id: 27, priority: 'High', response: 'Stop', text: 'The supervisor stopped the pump' },
  OverInfusion: { id: 4, priority: 'High', response: 'Stop', text: 'More than 10 % too much over 15 minutes' },
  MeteringDisagreement: { id: 6, priority: 'High', response: 'Stop', text: 'Chamber and flow sensor disagree about the packets' },
  PumpNotPumping: { id: 7, priority: 'High', response: 'Stop', text: 'The pump does not fill the chamber' },
  ReservoirEmpty: { id: 10, priority: 'High', response: 'Stop', text: 'The reservoir is empty' },
  ChamberSensorLost: { id: 12, priority: 'High', response: 'Stop', text: 'The chamber\u0027s pressure sensor does not answer' },
  PumpDriverLost: { id: 15, priority: 'High', response: 'Stop', text: 'The pump\u0027s driver does not answer' },
  CatheterOccluded: { id: 1, priority: 'High', response: 'Stop', text: 'The catheter is blocked' },
  CatheterDisconnected: { id: 2, priority: 'High', response: 'Stop', text: 'The catheter no longer ends in the artery' },
  SelfTestFailed: { id: 28, priority: 'High', response: 'Stop', text: 'The self-test failed' },
  RecordsDamaged: { id: 29, priority: 'High', response: 'Stop', text: 'The memory is damaged' },
  AirInLine: { id: 9, priority: 'Medium', response: 'Stop', text: 'Air in the line' },
  ChamberLeak: { id: 8, priority: 'Medium', response: 'Stop', text: 'A valve leaks' },
  RepeatedStops: { id: 31, priority: 'Medium', response: 'Stop', text: 'Stopped and started three times in ten minutes' },
  BoardTooHot: { id: 38, priority: 'Medium', response: 'Stop', text: 'The electronics are too hot' },
  FlowSensorLost: { id: 14, priority: 'Medium', response: 'PatencyRate', text: 'The flow sensor does not answer' },
  SecondMeasureLost: { id: 23, priority: 'Medium', response: 'PatencyRate', text: 'The flow sensor\u0027s readings cannot confirm the packets' },
  CatheterSensorLost: { id: 13, priority: 'Medium', response: 'PatencyRate', text: 'The catheter\u0027s pressure sensor does not answer' },
  ReservoirCritical: { id: 33, priority: 'Medium', response: 'PatencyRate', text: 'Less than a day of drug left' },
  ResidualMismatch: { id: 34, priority: 'Medium', response: 'PatencyRate', text: 'The residual volume is not what was metered' },
  AmbientPressureTooHigh: { id: 37, priority: 'Medium', response: 'PatencyRate', text: 'The air pressure is beyond what can be measured' },
  BatteryDepleted: { id: 40, priority: 'Medium', response: 'PatencyRate', text: 'The battery is nearly empty' },
  MemoryLost: { id: 24, priority: 'Medium', response: 'PatencyRate', text: 'The memory does not keep the totals' },
  PulseLost: { id: 22, priority: 'Medium', response: 'Continue', text: 'The catheter shows no pulse' },
  AirInChamber: { id: 43, priority: 'Medium', response: 'Continue', text: 'Air in the metering chamber' },
  UnderInfusion: { id: 5, priority: 'Medium', response: 'Continue', text: 'More than 10 % too little' },
  TherapyWaits: { id: 32, priority: 'Medium', response: 'Continue', text: 'The therapy waits for a person' },
  BolusLost: { id: 42, priority: 'Medium', response: 'Continue', text: 'A bolus was not given in full' },
  FailedBefore: { id: 30, priority: 'Medium', response: 'Continue', text: 'The firmware failed and was started again' },
  CatheterNarrowing: { id: 35, priority: 'Low', response: 'Continue', text: 'The catheter is getting narrow' },
  ReservoirLow: { id: 11, priority: 'Low', response: 'Continue', text: 'Less than three days or 2 mL of drug left' },
  TemperatureOutOfRange: { id: 19, priority: 'Low', response: 'Continue', text: 'Drug below 35 or above 39 degrees' },
  AmbientPressureOutOfRange: { id: 20, priority: 'Low', response: 'Continue', text: 'Air pressure outside 70 to 120 kPa' },
  PressureSensorsDisagree: { id: 36, priority: 'Low', response: 'Continue', text: 'The two pressure sensors drift apart' },
  MetersDriftApart: { id: 44, priority: 'Low', response: 'Continue', text: 'Chamber and flow sensor drift apart' },
  ReservoirSensorLost: { id: 16, priority: 'Low', response: 'Continue', text: 'The reservoir\u0027s pressure is not known' },
  AmbientSensorLost: { id: 17, priority: 'Low', response: 'Continue', text: 'The air pressure sensor does not answer' },
  TemperatureSensorLost: { id: 18, priority: 'Low', response: 'Continue', text: 'The drug\u0027s temperature sensor does not answer' },
  BoardSensorLost: { id: 39, priority: 'Low', response: 'Continue', text: 'The board\u0027s temperature sensor does not answer' },
  FuelGaugeLost: { id: 25, priority: 'Low', response: 'Continue', text: 'The battery gauge does not answer' },
  ClockLost: { id: 26, priority: 'Low', response: 'Continue', text: 'The clock is not to be trusted' },
  BatteryLow: { id: 21, priority: 'Low', response: 'Continue', text: 'The battery is low' },
  ButtonStuck: { id: 41, priority: 'Low', response: 'Continue', text: 'The button is held down or stuck' },
} as const;
