import type uPlot from 'uplot';
import { decimate, type Columns } from './decimate';
import { optionsOf, type CurveShape } from './options';

const height = 190;
const wheelStep = 1.25;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** One plot in the page: it follows the width of its place and the colours of the theme, and draws only what can be seen. */
export class Picture {
  private readonly watch: ResizeObserver;
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private plot: uPlot;
  private columns: Columns = { xs: [], ys: [] };
  private range: Range | null = null;

  constructor(private readonly make: typeof uPlot, private readonly root: HTMLElement, private readonly shape: CurveShape, private readonly zoomable: boolean) {
    this.plot = this.create();
    this.watch = new ResizeObserver(() => this.resize());
    this.watch.observe(root);
    this.dark.addEventListener('change', this.recolour);

    if (zoomable) {
      root.addEventListener('wheel', this.turn, { passive: false });
    }
  }

  show(columns: Columns): void {
    this.columns = columns;
    this.draw();
  }

  /** Larger than 1 shows more, smaller shows less; the middle stays. */
  zoom(factor: number, middle?: number): void {
    const { from, to } = this.visible();
    const centre = middle ?? (from + to) / 2;
    this.look({ from: centre - (centre - from) * factor, to: centre + (to - centre) * factor });
  }

  /** Moves by a part of what is shown. */
  pan(part: number): void {
    const { from, to } = this.visible();
    const step = (to - from) * part;
    this.look({ from: from + step, to: to + step });
  }

  /** Shows all there is. */
  reset(): void {
    this.range = null;
    this.draw();
  }

  close(): void {
    this.watch.disconnect();
    this.dark.removeEventListener('change', this.recolour);
    this.root.removeEventListener('wheel', this.turn);
    this.plot.destroy();
  }

  private create(): uPlot {
    const stepped = this.make.paths.stepped?.({ align: 1 }) ?? (() => null);
    const hooks: uPlot.Hooks.Arrays = {
      setSelect: [(plot) => {
        if (this.zoomable && plot.select.width > 2) {
          this.look({ from: plot.posToVal(plot.select.left, 'x'), to: plot.posToVal(plot.select.left + plot.select.width, 'x') });
        }
      }],
    };
    const options = optionsOf(this.shape, Math.max(200, this.root.clientWidth), height, hooks, stepped);
    // The picture sets its own scale, from points that it has chosen for it.
    const cursor: uPlot.Cursor = { ...options.cursor, drag: { x: this.zoomable, y: false, setScale: false }, bind: { dblclick: () => () => { this.reset(); return null; } } };
    return new this.make({ ...options, cursor }, [[], ...this.shape.series.map(() => [])], this.root);
  }

  private look(range: Range): void {
    const all = this.all();
    const span = Math.min(range.to - range.from, all.to - all.from);
    const from = Math.max(all.from, Math.min(range.from, all.to - span));
    this.range = { from, to: from + Math.max(1_000, span) };
    this.draw();
  }

  private draw(): void {
    const { from, to } = this.visible();
    const seen = decimate(this.columns, from, to, Math.max(100, this.plot.width));
    this.plot.batch(() => {
      this.plot.setData([[...seen.xs], ...seen.ys.map((values) => [...values])], false);
      this.plot.setScale('x', { min: from, max: to });
      this.plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    });

    // While nobody points at it, the legend is about the newest; the plot itself would leave there what it first saw.
    if ((this.plot.cursor.left ?? -1) < 0) {
      this.plot.setLegend({ idx: seen.xs.length - 1 }, false);
    }
  }

  private visible(): Range {
    return this.range ?? this.all();
  }

  private all(): Range {
    const { xs } = this.columns;
    const now = Date.now();
    const from = xs[0] ?? now - 60_000;
    return { from, to: Math.max(from + 1_000, xs[xs.length - 1] ?? now) };
  }

  private resize(): void {
    if (this.root.clientWidth > 0) {
      this.plot.setSize({ width: this.root.clientWidth, height });
      this.draw();
    }
  }

  private readonly recolour = (): void => {
    this.plot.destroy();
    this.plot = this.create();
    this.draw();
  };

  private readonly turn = (event: WheelEvent): void => {
    // The wheel alone scrolls the page, as everywhere.
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const box = this.plot.over.getBoundingClientRect();
      this.zoom(event.deltaY > 0 ? wheelStep : 1 / wheelStep, this.plot.posToVal(event.clientX - box.left, 'x'));
    }
  };
}
