export const optOutOperations = {}
