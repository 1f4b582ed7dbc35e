import { defineChore } from "../base/index.ts";
import { forgetExpired } from "./provider-session.ts";

const hourly = 3_600;

defineChore("single-sign-on.forget-expired", hourly, forgetExpired);
