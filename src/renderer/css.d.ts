/** Style sheets are imported for their effect; the bundler turns them into files of the same origin. */
declare module '*.css'
