import type { Segment } from '../../model/Values';
import { texts } from '../../texts/texts';
import { clock, mlPerDay } from '../format';

interface Props {
  readonly before: readonly Segment[] | null;
  readonly after: readonly Segment[] | null;
}

const width = 480;
const height = 120;
const left = 40;
const bottom = 18;
const minutesPerDay = 1_440;

/** The 24 hours of a therapy: what runs dashed, what is drafted as a solid line. */
export function DayPicture({ before, after }: Props) {
  const words = texts.prescribe;
  const most = Math.max(1, ...[...before ?? [], ...after ?? []].map((segment) => segment.nlPerHour)) * 1.15;
  const x = (minute: number) => left + minute / minutesPerDay * (width - left - 4);
  const y = (nlPerHour: number) => (height - bottom) * (1 - nlPerHour / most) + 2;

  function path(segments: readonly Segment[]): string {
    return segments.map((segment, i) => {
      const end = segments[i + 1]?.startMinute ?? minutesPerDay;
      return `${i === 0 ? 'M' : 'L'}${x(segment.startMinute)} ${y(segment.nlPerHour)}H${x(end)}`;
    }).join('');
  }

  const said = (after ?? []).map((segment) => words.picturePart(clock(segment.startMinute), mlPerDay(segment.nlPerHour))).join(', ');

  return (
    <svg class="day" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.picture(said)}>
      {[0, 360, 720, 1_080, 1_440].map((minute) => (
        <g key={minute}>
          <line class="grid" x1={x(minute)} x2={x(minute)} y1={2} y2={height - bottom + 2} />
          <text x={x(minute)} y={height - 4} text-anchor={minute === 0 ? 'start' : minute === minutesPerDay ? 'end' : 'middle'}>{clock(minute % minutesPerDay)}</text>
        </g>
      ))}
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line class="grid" x1={left} x2={width - 4} y1={y(most / 1.15 * part)} y2={y(most / 1.15 * part)} />
          <text x={left - 4} y={y(most / 1.15 * part) + 4} text-anchor="end">{mlPerDay(most / 1.15 * part).slice(0, 4)}</text>
        </g>
      ))}
      {before !== null && <path class="before" d={path(before)} />}
      {after !== null && <path class="after" d={path(after)} />}
    </svg>
  );
}
