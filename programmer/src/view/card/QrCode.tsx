import qrcode from 'qrcode-generator';
import { useMemo } from 'preact/hooks';

/** Light modules around the code that readers need; four by ISO/IEC 18004. */
const quiet = 4;

/** A QR code as a drawing of its own: sharp in print, and dark on light whatever the theme. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => draw(text), [text]);

  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function draw(text: string): { readonly size: number; readonly path: string } {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const modules = Array.from({ length: count * count }, (_, i) => [i % count, Math.floor(i / count)] as const);
  const path = modules.filter(([x, y]) => code.isDark(y, x)).map(([x, y]) => `M${x + quiet} ${y + quiet}h1v1h-1z`).join('');
  return { size: count + quiet * 2, path };
}
