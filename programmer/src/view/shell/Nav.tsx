import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../../texts/texts';
import { usePump } from '../Pump';
import { hashOf, route, routes } from '../routes';

/** The way to every screen, always there. */
export function Nav() {
  const list = useRef<HTMLUListElement>(null);
  const standing = usePump().alarms.value?.value.length ?? 0;

  // Where the row is wider than the device, the screen that is shown stays in sight.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [route.value]);

  return (
    <nav class="nav" aria-label={texts.app.nav}>
      <ul ref={list}>
        {routes.map((screen) => (
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
