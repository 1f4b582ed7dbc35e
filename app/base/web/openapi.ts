import { z } from "zod";
import type { Route } from "./route.ts";

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

/** The OpenAPI 3.1 description of every route, made from the schemas that judge the requests. */
export function describeApi(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Digital Secretariat", version: "1" },
    security: [{ token: [] }],
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: { Problem: problem },
    },
    paths,
  };
}

function operation(route: Route): object {
  const schema = z.toJSONSchema(route.input, {
    io: "input",
    unrepresentable: "any",
  }) as ObjectSchema;
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
  const others = Object.entries(schema.properties ?? {}).filter(([name]) => !inPath.includes(name));
  const required = schema.required ?? [];
  const parameters = [
    ...inPath.map((name) => parameter({ name, place: "path", required: true, schema })),
    ...(route.method === "GET"
      ? others.map(([name]) =>
          parameter({ name, place: "query", required: required.includes(name), schema }),
        )
      : []),
  ];
  return {
    summary: route.summary,
    ...(route.allow === "everyone" ? { security: [] } : {}),
    parameters,
    ...(route.method === "GET" ? {} : { requestBody: bodyOf(route, others, required) }),
    responses: {
      "200": { description: "Done", content: { "application/json": { schema: {} } } },
      default: {
        description: "Refused",
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
  };
}

function parameter(one: { name: string; place: string; required: boolean; schema: ObjectSchema }) {
  const { name, place, required, schema } = one;
  return { name, in: place, required, schema: schema.properties?.[name] ?? {} };
}

function bodyOf(
  route: Route,
  properties: readonly (readonly [string, object])[],
  required: readonly string[],
): object {
  const names = properties.map(([name]) => name);
  return {
    content: {
      [route.upload ? "multipart/form-data" : "application/json"]: {
        schema: {
          type: "object",
          properties: Object.fromEntries(properties),
          required: required.filter((name) => names.includes(name)),
          additionalProperties: false,
        },
      },
    },
  };
}

const problem = {
  type: "object",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: { field: { type: "string" }, words: { type: "string" } },
      },
    },
  },
};
