import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { texts } from '../../texts/texts';
import { everything, groups, type Filter, type Group } from './filter';

/** What of the log shall be seen; it follows with every key. */
export function FilterForm({ filter }: { readonly filter: Signal<Filter> }) {
  const id = useId();
  const words = texts.history;
  const now = filter.value;

  return (
    <form class="filter" role="search" aria-label={words.filter} onSubmit={(event) => event.preventDefault()}>
      <div class="field">
        <label for={`${id}-group`}>{words.group}</label>
        <select id={`${id}-group`} value={now.group} onChange={(event) => { filter.value = { ...now, group: event.currentTarget.value as Group }; }}>
          {groups.map((group) => <option key={group} value={group}>{words.groups[group]}</option>)}
        </select>
      </div>
      {(['from', 'to'] as const).map((end) => (
        <div class="field" key={end}>
          <label for={`${id}-${end}`}>{words[end]}</label>
          <input id={`${id}-${end}`} type="date" value={now[end]} onInput={(event) => { filter.value = { ...now, [end]: event.currentTarget.value }; }} />
        </div>
      ))}
      <div class="field">
        <label for={`${id}-text`}>{words.contains}</label>
        <input id={`${id}-text`} type="search" value={now.text} onInput={(event) => { filter.value = { ...now, text: event.currentTarget.value }; }} />
      </div>
      <button type="button" onClick={() => { filter.value = everything; }}>{words.clear}</button>
    </form>
  );
}
