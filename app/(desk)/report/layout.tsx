export { default } from "#app/_edge/citizen-layout.tsx";
