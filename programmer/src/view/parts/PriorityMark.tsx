import type { Priority } from '../../model/Values';
import { texts } from '../../texts/texts';

/** Shape and word beside the colour of IEC 60601-1-8: nobody has to see the colour. */
const shapes: Record<Priority, string> = { None: '', Low: '!', Medium: '!!', High: '!!!' };

export function PriorityMark({ priority }: { readonly priority: Priority }) {
  return (
    <span class={`priority ${priority.toLowerCase()}`}>
      <span class="shape" aria-hidden="true">{shapes[priority]}</span>
      {texts.priority[priority]}
    </span>
  );
}
