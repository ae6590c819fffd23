import { services } from '../services/services.js';
import type { Shipment } from '../shipments/shipment.js';
import { code39 } from './code-39.js';
import { escapeXml } from './escape-xml.js';

const longestLine = 34;

/** A label of 100 × 150 mm, ready to be printed and stuck on the parcel. */
export function drawLabel(shipment: Shipment): string {
  const { trackingNumber, reference, weightGrams, to } = shipment;
  const title = escapeXml(`Shipping label ${trackingNumber}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="150mm" viewBox="0 0 400 600" role="img" aria-label="${title}" font-family="Helvetica, Arial, sans-serif" fill="#000">
<title>${title}</title>
<rect width="400" height="600" fill="#fff"/>
<rect x="8" y="8" width="384" height="584" fill="none" stroke="#000" stroke-width="2"/>
<text x="28" y="58" font-size="30" font-weight="700">${escapeXml(serviceName(shipment))}</text>
<text x="372" y="58" font-size="44" font-weight="700" text-anchor="end">${escapeXml(to.countryCode)}</text>
<path d="M8 84H392M8 344H392M8 430H392" stroke="#000" stroke-width="2"/>
<text x="28" y="116" font-size="14" letter-spacing="1">TO</text>
${addressLines(shipment).map(drawAddressLine).join('\n')}
<text x="28" y="374" font-size="14" letter-spacing="1">REFERENCE</text>
<text x="28" y="406" font-size="20">${escapeXml(shortened(reference, 24))}</text>
<text x="372" y="374" font-size="14" letter-spacing="1" text-anchor="end">WEIGHT</text>
<text x="372" y="406" font-size="20" text-anchor="end">${(weightGrams / 1_000).toFixed(3)} kg</text>
${drawBarCode(trackingNumber)}
<text x="200" y="562" font-size="22" text-anchor="middle" letter-spacing="3">${escapeXml(trackingNumber)}</text>
<text x="200" y="582" font-size="10" text-anchor="middle">Emulated carrier: this parcel goes nowhere.</text>
</svg>`;
}

function serviceName({ service }: Shipment): string {
  return services.find(({ code }) => code === service)?.name ?? service;
}

function addressLines({ to }: Shipment): string[] {
  return [to.name, to.line1, to.line2 ?? '', `${to.postalCode} ${to.city}`].filter((line) => line !== '');
}

function drawAddressLine(line: string, position: number): string {
  const size = line.length > 24 ? 18 : 26;
  const text = escapeXml(shortened(line, longestLine));
  return `<text x="28" y="${158 + position * 44}" font-size="${size}" font-weight="${position === 0 ? 700 : 400}">${text}</text>`;
}

function drawBarCode(text: string): string {
  const { bars, width } = code39(text);
  const shapes = bars.map((bar) => `M${bar.x} 0h${bar.width}v84h-${bar.width}z`).join('');
  return `<path transform="translate(28 446) scale(${(344 / width).toFixed(4)} 1)" d="${shapes}"/>`;
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
