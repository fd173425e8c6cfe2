/** The port that the simulator of this project's repository listens on unless it is told otherwise. */
export const SIMULATOR_PORT = 8098;

/** Where Mock mode looks for a simulated Amazon unless the credential says otherwise. */
export const SIMULATOR_URL = `http://127.0.0.1:${SIMULATOR_PORT}`;
