import { services } from '../services/services.js';
import type { Shipment } from '../shipments/shipment.js';
import { code39 } from './code-39.js';
import { escapeXml } from './escape-xml.js';

const innerWidth = 344;
/** How wide a character of a bold sans serif is at most, on average, in parts of its height. */
const characterWidth = 0.62;

/** A label of 100 × 150 mm, ready to be printed and stuck on the parcel. */
export function drawLabel(shipment: Shipment): string {
  const { trackingNumber, reference, weightGrams, to } = shipment;
  const title = escapeXml(`Shipping label ${trackingNumber}`);
  const weight = `${(weightGrams / 1_000).toFixed(3)} kg`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="150mm" viewBox="0 0 400 600" role="img" aria-label="${title}" font-family="Helvetica, Arial, sans-serif" fill="#000">
<title>${title}</title>
<rect width="400" height="600" fill="#fff"/>
<rect x="8" y="8" width="384" height="584" fill="none" stroke="#000" stroke-width="2"/>
<text x="28" y="50" font-size="28" font-weight="700">${escapeXml(serviceName(shipment))}</text>
<text x="28" y="82" font-size="18">${weight}</text>
<text x="372" y="74" font-size="52" font-weight="700" text-anchor="end">${escapeXml(to.countryCode)}</text>
<path d="M8 102H392M8 354H392M8 430H392" stroke="#000" stroke-width="2"/>
<text x="28" y="134" font-size="14" letter-spacing="1">TO</text>
${drawAddress(shipment)}
<text x="28" y="382" font-size="14" letter-spacing="1">REFERENCE</text>
<text x="28" y="412" font-size="${fitting([reference], 20)}">${escapeXml(reference)}</text>
${drawBarCode(trackingNumber)}
<text x="200" y="562" font-size="22" text-anchor="middle" letter-spacing="3">${escapeXml(trackingNumber)}</text>
<text x="200" y="582" font-size="10" text-anchor="middle">Emulated carrier: this parcel goes nowhere.</text>
</svg>`;
}

function serviceName({ service }: Shipment): string {
  return services.find(({ code }) => code === service)?.name ?? service;
}

function drawAddress({ to }: Shipment): string {
  const lines = [to.name, to.line1, to.line2 ?? '', `${to.postalCode} ${to.city}`].filter((line) => line !== '');
  const size = fitting(lines, 26);
  return lines
    .map((line, position) => {
      const weight = position === 0 ? 700 : 400;
      return `<text x="28" y="${178 + position * 42}" font-size="${size}" font-weight="${weight}">${escapeXml(line)}</text>`;
    })
    .join('\n');
}

/** The largest size, up to a limit, at which the longest of these lines has room. */
function fitting(lines: string[], largest: number): string {
  const longest = Math.max(...lines.map((line) => line.length));
  return Math.min(largest, innerWidth / (longest * characterWidth)).toFixed(1);
}

function drawBarCode(text: string): string {
  const { bars, width } = code39(text);
  const shapes = bars.map((bar) => `M${bar.x} 0h${bar.width}v84h-${bar.width}z`).join('');
  return `<path transform="translate(28 446) scale(${(innerWidth / width).toFixed(4)} 1)" d="${shapes}"/>`;
}
