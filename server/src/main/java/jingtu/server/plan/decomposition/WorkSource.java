package jingtu.server.plan.decomposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.RegionCode;

/**
 * A notice, a meeting's decision or an inspection's finding that brings work.
 *
 * @param code short and alone in its region, such as N3; its work items' codes begin with it
 * @param plan the plan that its work belongs to; of the same region
 * @param number as printed; may be empty
 * @param issuer as printed; may be empty
 * @param text its words; may be empty where the work is typed
 * @param version grows with each change; 0 before it is stored
 * @param by who changed it last, by the name of the account
 */
public record WorkSource(
    SourceId id,
    String code,
    RegionCode region,
    Optional<PlanId> plan,
    SourceKind kind,
    String title,
    String number,
    String issuer,
    Optional<LocalDate> issuedOn,
    String text,
    int version,
    String by,
    Instant at) {}
