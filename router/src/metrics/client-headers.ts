/** Where clients say who they are, as Apollo's do. */
export const clientNameHeader = 'apollographql-client-name';
export const clientVersionHeader = 'apollographql-client-version';
