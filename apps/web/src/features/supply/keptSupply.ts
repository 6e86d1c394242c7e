/** Under which what is typed to answer a call of a proposal is kept on the device. */
export const keptSupply = (proposalId: string, slot: string) => `supply:${proposalId}:${slot}`;
