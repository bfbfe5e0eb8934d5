import type { FunctionComponent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../../texts/texts';
import { AlarmsScreen } from '../alarms/AlarmsScreen';
import { BolusScreen } from '../bolus/BolusScreen';
import { CalculatorScreen } from '../calculator/CalculatorScreen';
import { CardScreen } from '../card/CardScreen';
import { ChangePanel } from '../change/ChangePanel';
import { ConnectScreen } from '../connect/ConnectScreen';
import { DrugScreen } from '../drug/DrugScreen';
import { HistoryScreen } from '../history/HistoryScreen';
import { MaintenanceScreen } from '../maintenance/MaintenanceScreen';
import { OverviewScreen } from '../overview/OverviewScreen';
import { PrescribeScreen } from '../prescribe/PrescribeScreen';
import { RefillScreen } from '../refill/RefillScreen';
import { usePump } from '../Pump';
import { route, type Route } from '../routes';
import { Announcer } from './Announcer';
import { Nav } from './Nav';
import { Top } from './Top';

const screens: Record<Route, FunctionComponent> = {
  connect: ConnectScreen,
  overview: OverviewScreen,
  prescribe: PrescribeScreen,
  bolus: BolusScreen,
  refill: RefillScreen,
  drug: DrugScreen,
  alarms: AlarmsScreen,
  history: HistoryScreen,
  card: CardScreen,
  calculator: CalculatorScreen,
  maintenance: MaintenanceScreen,
};

/** The page: what is always there, the change that is under way, and one screen. */
export function App() {
  const shown = route.value;
  const Screen = screens[shown];
  const title = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const pump = usePump();

  // A session lasts as long as a person is there.
  useEffect(() => {
    const act = () => pump.active();
    const signs = ['pointerdown', 'keydown'] as const;
    signs.forEach((sign) => addEventListener(sign, act));
    return () => signs.forEach((sign) => removeEventListener(sign, act));
  }, [pump]);

  useEffect(() => {
    document.title = texts.app.title(texts.nav[shown]);

    // Whoever goes to a screen with the keyboard or hears the page arrives at its name; loading the page takes no focus away.
    if (!first.current) {
      title.current?.focus();

      // Good news was read where it was asked for; what is not settled goes along.
      const change = pump.change.peek();

      if (change.kind === 'confirmed' && change.notKept !== true) {
        pump.dismiss();
      }
    }

    first.current = false;
  }, [shown]);

  return (
    <>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); title.current?.focus(); }}>{texts.app.skip}</a>
      <Top />
      <div class="body">
        <Nav />
        <main id="main">
          <h1 ref={title} tabIndex={-1}>{texts.nav[shown]}</h1>
          <ChangePanel />
          <Screen key={shown} />
        </main>
      </div>
      <Announcer />
    </>
  );
}
