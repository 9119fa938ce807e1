package io.agentbay.reactive.local.core;

import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Failures in words a caller may read: what went wrong, no path of this machine. */
public final class Reasons {

    private Reasons() {}

    public static String of(Exception failure) {
        if (failure instanceof ServiceError || failure instanceof ToolFailure) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        if (failure instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        if (failure instanceof FileSystemException) {
            return failure.getClass().getSimpleName().replace("Exception", "");
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
