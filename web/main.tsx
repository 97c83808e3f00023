import { render } from "preact";
import { App } from "./App.tsx";
import { openSession } from "./login/session.ts";
import type { PageSettings } from "./pageSettings.ts";

const settings = (await (await fetch("settings.json")).json()) as PageSettings;
const refused: { message?: string } = {};
const session = await openSession(settings.login).catch((error: Error) => {
  refused.message = `The login did not succeed: ${error.message}`;
  return openSession(settings.login);
});
render(<App session={session} notice={refused.message} />, document.body);
