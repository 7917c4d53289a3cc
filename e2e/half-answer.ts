import { createServer, type ServerResponse } from "node:http";
import { listen } from "#e2e/listen.ts";

/** A server that begins an answer and never ends it, as one does whose machine is switched off. */
export type HalfAnswer = {
  readonly address: string;
  readonly breakOff: () => void;
  readonly stop: () => void;
};

export async function startHalfAnswer(contentType: string, half: string): Promise<HalfAnswer> {
  const answers: ServerResponse[] = [];
  const server = createServer((_, answer) => {
    answers.push(answer);
    answer.writeHead(200, { "content-type": contentType }).write(half);
  });
  const address = `http://127.0.0.1:${await listen(server)}`;
  return {
    address,
    breakOff: () => {
      for (const answer of answers) answer.destroy();
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
