import { notFound } from "next/navigation";
import { signedIn } from "#app/_edge/signed-in.ts";
import { db } from "#db/client.ts";
import { readStaff, type Staff } from "#domain/administration/read-staff.ts";
import { type RegionWithin, readStructure } from "#domain/administration/read-structure.ts";
import { isRefusal } from "#domain/refusal.ts";

/** These pages are found by administrators alone; to anybody else there are none. */
async function orNotFound<T>(read: Promise<T>): Promise<T> {
  return read.catch((error) => (isRefusal(error) ? notFound() : Promise.reject(error)));
}

export async function myStructure(): Promise<RegionWithin[]> {
  return orNotFound(readStructure(db, await signedIn()));
}

export async function myStaff(): Promise<Staff[]> {
  return orNotFound(readStaff(db, await signedIn()));
}
