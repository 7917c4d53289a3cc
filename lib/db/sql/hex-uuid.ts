/** 32 hexadecimal digits, such as an MD5, as PostgreSQL's uuid writes them. */
export function hexUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
