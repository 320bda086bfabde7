/**
 * A district (区) is a part of the city itself, a county (县) is not: the published figures count what concerns the whole
 * city and its districts as one. This word stands in the address for it.
 */
export const cityProper = "city-proper";

export const isDistrict = (name: string): boolean => name.endsWith("区");
