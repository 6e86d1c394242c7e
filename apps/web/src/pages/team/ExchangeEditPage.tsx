/** The same as where one posts a notice, for one that is there. */
export { Component, loader } from "./ExchangeWritePage.tsx";
