/** Set by the server alone (server/config.ts): one-click sign-in and the SMS sink exist only then. */
export const isDemoMode = (): boolean => process.env.GONGPU_DEMO === "1";
