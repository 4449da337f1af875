/** The Pipeline engine with which the library is tested, and whose Groovy that is. */
export const engineVersions = { groovy: '2.4.21', groovyCps: '1.31' } as const;
