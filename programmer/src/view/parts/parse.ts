export function parse(text: string): number | 'empty' | 'comma' | 'notANumber' {
  const t = text.trim();
  return t === '' ? 'empty' : /^-?\d+(\.\d+)?$/.test(t) ? Number(t) : /^-?\d+,\d+$/.test(t) ? 'comma' : 'notANumber';
}
