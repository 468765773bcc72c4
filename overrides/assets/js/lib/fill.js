// `text` with the values of `values` in place of {name}: whatever they hold, as it is.
export const withValues = (text, values) => text.replace(/\{(\w+)\}/g, (mark, name) => values[name] ?? mark);
