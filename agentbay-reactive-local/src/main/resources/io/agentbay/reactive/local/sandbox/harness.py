"""Runs code again and again with what earlier runs left: reads "number marker" lines from descriptor 3."""
import ast, base64, inspect, io, json, os, sys, traceback

AREA = sys.argv[1]
sys.argv = ["code"]
os.set_inheritable(3, False)
report = None


def tell(what):
    if report is not None:
        report.write(json.dumps(what, default=repr) + "\n")
        report.flush()


def formats(value):
    found = {"text/plain": repr(value)}
    if isinstance(value, type):
        return found
    for mime, name in (("text/html", "_repr_html_"), ("text/markdown", "_repr_markdown_"), ("text/latex", "_repr_latex_"),
                       ("image/svg+xml", "_repr_svg_"), ("image/png", "_repr_png_"), ("image/jpeg", "_repr_jpeg_"),
                       ("application/json", "_repr_json_")):
        method = getattr(value, name, None)
        shown = method() if callable(method) else None
        if shown is not None:
            found[mime] = base64.b64encode(shown).decode() if isinstance(shown, bytes) else shown
    bundle = getattr(value, "_repr_mimebundle_", None)
    if callable(bundle):
        shown = bundle(include=None, exclude=None)
        found.update((shown[0] if isinstance(shown, tuple) else shown) or {})
    return found


def display(*values, **options):
    for value in values:
        tell(dict(formats(value), isMainResult=False))


class Shown:
    """Something to display in one format, as the module IPython.display has it."""

    def __init__(self, data=None, **options):
        self.data = data


def shown(name, method):
    return type(name, (Shown,), {method: lambda self: self.data})


class Image(Shown):
    def __init__(self, data=None, filename=None, format=None, **options):
        if data is None and filename is not None:
            with open(filename, "rb") as file:
                data = file.read()
        Shown.__init__(self, data)
        self.format = format or ("jpeg" if data and data[:2] == b"\xff\xd8" else "png")

    def _repr_png_(self):
        return self.data if self.format == "png" else None

    def _repr_jpeg_(self):
        return self.data if self.format in ("jpeg", "jpg") else None


def provide_display(text):
    """What code imports to display: the real one, if it is installed, tells us; else what most code uses of it."""
    if "IPython" not in text:
        return
    try:
        import IPython.display as module
    except ImportError:
        module = type(sys)("IPython.display")
        package = type(sys)("IPython")
        package.display = module
        package.get_ipython = lambda: None
        sys.modules.update({"IPython": package, "IPython.display": module})
        module.Image = Image
        module.clear_output = lambda *values, **options: None
        for name, method in (("HTML", "_repr_html_"), ("Markdown", "_repr_markdown_"), ("Latex", "_repr_latex_"),
                             ("SVG", "_repr_svg_"), ("JSON", "_repr_json_")):
            setattr(module, name, shown(name, method))
    module.display = display


def provide_figures(text):
    if "matplotlib" in text or "seaborn" in text:
        os.environ.setdefault("MPLBACKEND", "agg")
        try:
            import matplotlib.pyplot as pyplot
        except ImportError:
            return
        pyplot.show = show_figures


def show_figures(*values, **options):
    pyplot = sys.modules.get("matplotlib.pyplot")
    for number in pyplot.get_fignums() if pyplot else ():
        figure = pyplot.figure(number)
        png = io.BytesIO()
        figure.savefig(png, format="png", bbox_inches="tight")
        tell({"text/plain": repr(figure), "image/png": base64.b64encode(png.getvalue()).decode(), "isMainResult": False})
        pyplot.close(figure)


class Code:
    """Names are kept; an await outside every function has a loop to run on."""

    def __init__(self):
        self.module = type(sys)("__main__")
        self.module.display = display
        sys.modules["__main__"] = self.module
        self.loop = None

    def evaluate(self, tree, mode):
        code = compile(tree, "<code>", mode, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        value = eval(code, self.module.__dict__)
        if code.co_flags & inspect.CO_COROUTINE:
            import asyncio
            self.loop = self.loop or asyncio.new_event_loop()
            asyncio.set_event_loop(self.loop)
            value = self.loop.run_until_complete(value)
        return value

    def run(self, text):
        import linecache
        linecache.cache["<code>"] = (len(text), None, text.splitlines(True), "<code>")
        provide_display(text)
        provide_figures(text)
        tree = ast.parse(text, "<code>")
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        self.evaluate(tree, "exec")
        value = None if last is None else self.evaluate(ast.Expression(last.value), "eval")
        show_figures()
        if value is not None:
            tell(dict(formats(value), isMainResult=True))


def attempt(code, text):
    try:
        code.run(text)
        return 0
    except SystemExit as leaving:
        if leaving.code is None or isinstance(leaving.code, int):
            return leaving.code or 0
        sys.stderr.write("%s\n" % (leaving.code,))
        return 1
    except BaseException as failure:
        frames = traceback.extract_tb(failure.__traceback__)
        own = [frame for frame in frames if frame.filename not in (__file__, ast.__file__)]
        sys.stderr.write("Traceback (most recent call last):\n" + "".join(traceback.format_list(own))
                         + "".join(traceback.format_exception_only(type(failure), failure)))
        tell({"error": "%s: %s" % (type(failure).__name__, failure)})
        return 1


def flush():
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


def main():
    global report
    sys.stdout.reconfigure(line_buffering=True, errors="replace")
    sys.path.insert(0, os.getcwd())
    code = Code()
    with os.fdopen(3, encoding="utf-8") as runs:
        for run in runs:
            number, marker = run.rstrip("\n").split(" ")
            with open(os.path.join(AREA, "cell-" + number), encoding="utf-8") as source:
                text = source.read()
            with open(os.path.join(AREA, "report-" + number), "w", encoding="utf-8") as report:
                status = attempt(code, text)
            report = None
            with open(os.path.join(AREA, "exit-" + number), "w") as end:
                end.write(str(status & 0xff))
            flush()
            for descriptor in (1, 2):
                os.write(descriptor, marker.encode())


main()
