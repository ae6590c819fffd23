const ink = '#1f2933';
const faint = '#3e4c59';
const line = '#e4ddd3';
const paper = '#ffffff';
const sand = '#f6f2ec';
const clay = '#9a3412';
const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const cell = `padding:10px 0;border-bottom:1px solid ${line};font-size:15px;line-height:22px;vertical-align:top`;
const column = `padding:0 0 8px;border-bottom:2px solid ${line};font-size:13px;line-height:18px;font-weight:600;color:${faint}`;

/** Inline styles: mail programs drop the others. Every pair of colours has a contrast of at least 7 to 1. */
export const styles = {
  page: `margin:0;padding:0;background-color:${sand};color:${ink};${font}`,
  preview: 'display:none;max-height:0;overflow:hidden;opacity:0',
  backdrop: `background-color:${sand}`,
  margin: 'padding:32px 12px',
  sheet: `max-width:600px;background-color:${paper};border:1px solid ${line};border-radius:12px;color:${ink};${font}`,
  masthead: `padding:24px 32px;border-bottom:1px solid ${line};font-size:20px;line-height:24px;font-weight:700;letter-spacing:1px;color:${clay}`,
  body: 'padding:32px',
  footer: `padding:20px 32px;border-top:1px solid ${line};font-size:13px;line-height:20px;color:${faint}`,
  heading: 'margin:0 0 20px;font-size:24px;line-height:32px;font-weight:700',
  subheading: 'margin:24px 0 8px;font-size:16px;line-height:24px;font-weight:600',
  paragraph: 'margin:0 0 16px;font-size:16px;line-height:24px',
  actionLine: 'margin:24px 0 32px',
  action: `display:inline-block;padding:12px 24px;border-radius:8px;background-color:${clay};color:${paper};font-size:16px;line-height:24px;font-weight:600;text-decoration:none`,
  table: 'margin:16px 0 0;border-collapse:collapse',
  columnLeft: `${column};text-align:left`,
  columnRight: `${column};padding-left:16px;text-align:right`,
  cell,
  number: `${cell};padding-left:16px;text-align:right;white-space:nowrap`,
  totalLabel: 'padding:8px 0 0;font-size:15px;line-height:22px;text-align:left',
  total: 'padding:8px 0 0 16px;font-size:15px;line-height:22px;text-align:right;white-space:nowrap',
  strong: 'font-weight:600',
  plain: 'font-weight:400',
  factLabel: `${cell};padding-right:24px;font-weight:600;text-align:left;white-space:nowrap`,
  address: 'margin:0;font-size:15px;line-height:22px',
} as const;
