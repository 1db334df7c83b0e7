/** SQL about the database itself. */
export const maintenanceOperations = {}
