/** Any version that can be read, at an address of its own: the same page as the one in force. */
export { Component, loader } from "./SynthesisPage.tsx";
