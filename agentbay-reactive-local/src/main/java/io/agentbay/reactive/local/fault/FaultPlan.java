package io.agentbay.reactive.local.fault;

import io.agentbay.reactive.local.core.ClearFault;
import io.agentbay.reactive.local.core.TaskFault;

/** One fault as data, whoever said it: what it is one of, which of those it strikes, and what happens then. */
record FaultPlan(FaultTarget target, FaultScope scope, FaultEffect effect) {

    FaultPlan {
        if (effect instanceof CallEffect call) {
            require(target.isCall(), "is for calls");
            requireObject(target, call);
        } else if (effect instanceof FaultEffect.OfTask task) {
            require(task.fault().kind() != TaskFault.Kind.NONE, "does nothing");
            require(target.isTask(), "is for uploads and downloads");
            require(
                    target.kind() == FaultTarget.Kind.UPLOAD || !halves(task.fault()),
                    "is for uploads: half a download cannot be told from a slow one");
        } else {
            require(!effect.equals(new FaultEffect.OfClear(ClearFault.NONE)), "does nothing");
            require(target.kind() == FaultTarget.Kind.CLEARING, "is for the clearing of contexts");
            require(scope.path() == null, "concerns a context as a whole, so path(..) means nothing here");
        }
    }

    private static void requireObject(FaultTarget target, CallEffect effect) {
        if (effect instanceof CallEffect.ExpiredUrl) {
            require(target.isObject(), "is for \"GET object\" and \"PUT object\"");
        } else if (effect instanceof CallEffect.LostData) {
            require(target.name().equals("PUT object"), "is for \"PUT object\"");
        } else if (effect instanceof CallEffect.EndedSession) {
            require(!target.isObject(), "is for calls that name a session");
        }
    }

    private static boolean halves(TaskFault fault) {
        return fault.kind() == TaskFault.Kind.LOSE_HALF || fault.kind() == TaskFault.Kind.FAIL_HALFWAY;
    }

    private static void require(boolean holds, String why) {
        if (!holds) {
            throw new IllegalArgumentException("This fault " + why + ".");
        }
    }
}
