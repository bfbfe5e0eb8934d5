import { texts } from '../../texts/texts';
import { usePump } from '../Pump';
import { hashOf, route, routes } from '../routes';

/** The way to every screen, always there. */
export function Nav() {
  const standing = usePump().alarms.value?.value.length ?? 0;

  return (
    <nav class="nav" aria-label={texts.app.nav}>
      <ul>
        {routes.map(screen => (
          <li key={screen}>
            <a href={hashOf(screen)} aria-current={route.value === screen ? 'page' : undefined}>
              {texts.nav[screen]}
              {screen === 'alarms' && standing > 0 && <span class="count">{standing}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
