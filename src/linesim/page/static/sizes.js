// The sizes behind LINE's words for them.

export const GAPS = { none: "0", xs: "2px", sm: "4px", md: "8px", lg: "12px", xl: "16px", xxl: "20px" };
export const TEXT = {
  xxs: "11px", xs: "13px", sm: "14px", md: "16px", lg: "19px", xl: "22px", xxl: "29px",
  "3xl": "35px", "4xl": "48px", "5xl": "74px",
};
export const IMAGE = {
  xxs: "40px", xs: "60px", sm: "80px", md: "100px", lg: "120px", xl: "140px", xxl: "160px",
  "3xl": "180px", "4xl": "200px", "5xl": "220px", full: "100%",
};
export const BORDERS = { none: "0", light: "0.5px", normal: "1px", medium: "2px", "semi-bold": "3px", bold: "4px" };
export const SIDES = { start: "flex-start", center: "center", end: "flex-end", top: "flex-start", bottom: "flex-end" };

export const measure = (value, table = GAPS) => (value === undefined ? undefined : table[value] ?? value);

// Letters that scale follow the size which the person has chosen for the whole phone.
export function letterSize(value, scaling) {
  const size = measure(value, TEXT);
  return size && scaling ? `calc(${size} * var(--text-scale, 1))` : size;
}

export const ratio = (written = "1:1") => written.replace(":", " / ");
