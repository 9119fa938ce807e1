# Runs code again and again with what earlier runs left: reads "number marker" lines from descriptor 3.
local({
  area <- commandArgs(TRUE)[1]
  runs <- file("/dev/fd/3", "r", blocking = TRUE)
  json <- function(text) {
    points <- utf8ToInt(enc2utf8(paste(text, collapse = "\n")))
    wide <- points > 0xffff
    plain <- !wide & points >= 32 & points < 127 & points != 34 & points != 92
    parts <- ifelse(plain, intToUtf8(points, multiple = TRUE), sprintf("\\u%04x", points))
    parts[wide] <- sprintf("\\u%04x\\u%04x", 0xd800 + ((points[wide] - 0x10000) %/% 0x400), 0xdc00 + (points[wide] %% 0x400))
    paste0("\"", paste(parts, collapse = ""), "\"")
  }
  attempt <- function(path, report) {
    tell <- function(text) cat(text, "\n", sep = "", file = report, append = TRUE)
    tryCatch({
      last <- NULL
      for (expression in parse(path, encoding = "UTF-8", keep.source = FALSE)) {
        last <- withVisible(eval(expression, globalenv()))
      }
      if (!is.null(last) && last$visible) {
        shown <- utils::capture.output(print(last$value))
        tell(paste0("{\"text/plain\": ", json(shown), ", \"isMainResult\": true}"))
      }
      0
    }, error = function(failure) {
      message("Error: ", conditionMessage(failure))
      tell(paste0("{\"error\": ", json(paste0("Error: ", conditionMessage(failure))), "}"))
      1
    })
  }
  while (length(run <- readLines(runs, 1)) > 0) {
    parts <- strsplit(run, " ")[[1]]
    path <- function(name) file.path(area, paste0(name, "-", parts[1]))
    file.create(path("report"))
    cat(attempt(path("cell"), path("report")), file = path("exit"))
    cat(parts[2])
    flush(stdout())
    cat(parts[2], file = stderr())
  }
})
