namespace Demarche.Training;

/// <summary>Eigenvalues of a small symmetric matrix by Jacobi's rotations (Golub and Van Loan, section 8.5).</summary>
static class SymmetricEigen
{
    const int Sweeps = 12;
    const double Negligible = 1e-12;

    /// <summary>Values, and vectors as the columns of a matrix. The argument is used up.</summary>
    public static (double[] Values, double[] Vectors) Decompose(double[] matrix, int size)
    {
        var vectors = new double[size * size];
        for (var i = 0; i < size; i++)
            vectors[i * size + i] = 1;
        for (var sweep = 0; sweep < Sweeps; sweep++)
            for (var p = 0; p < size; p++)
                for (var q = p + 1; q < size; q++)
                    if (Math.Abs(matrix[p * size + q]) > Negligible * Math.Sqrt(Math.Abs(matrix[p * size + p] * matrix[q * size + q])))
                        Rotate(matrix, vectors, size, p, q);
        return ([.. Enumerable.Range(0, size).Select(i => matrix[i * size + i])], vectors);
    }

    static void Rotate(double[] matrix, double[] vectors, int size, int p, int q)
    {
        var theta = (matrix[q * size + q] - matrix[p * size + p]) / (2 * matrix[p * size + q]);
        var tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        var cosine = 1 / Math.Sqrt(tangent * tangent + 1);
        var sine = tangent * cosine;
        for (var k = 0; k < size; k++)
            (matrix[k * size + p], matrix[k * size + q]) = Turn(matrix[k * size + p], matrix[k * size + q]);
        for (var k = 0; k < size; k++)
        {
            (matrix[p * size + k], matrix[q * size + k]) = Turn(matrix[p * size + k], matrix[q * size + k]);
            (vectors[k * size + p], vectors[k * size + q]) = Turn(vectors[k * size + p], vectors[k * size + q]);
        }

        (double, double) Turn(double x, double y) => (cosine * x - sine * y, sine * x + cosine * y);
    }
}
